module
public import Paritas.ProtocolBundle
/-!
# Theorems about bundles

A bundle is valid exactly when none of the rules is broken, and the rule about majorities is neither too strict nor too
lax: it accepts exactly the sizes for which any two quorums meet.
-/
@[expose] public section
namespace Paritas

/-- The answer lists exactly the broken rules. -/
theorem BundleClaims.mem_broken (claims : BundleClaims) (rule : BundleRule) :
    rule ∈ claims.broken ↔ rule.isBroken claims = true := by
  have known : rule ∈ BundleRule.all := by cases rule <;> simp [BundleRule.all]
  simp [broken, List.mem_filter, known]

/-- No rule is listed twice, and they keep their order. -/
theorem BundleClaims.broken_sublist (claims : BundleClaims) : claims.broken.Sublist BundleRule.all :=
  List.filter_sublist

/-- A bundle is valid exactly when it breaks no rule. -/
theorem BundleClaims.isValid_iff (claims : BundleClaims) :
    claims.isValid = true ↔ ∀ rule : BundleRule, rule.isBroken claims = false := by
  rw [isValid, List.isEmpty_iff, List.eq_nil_iff_forall_not_mem]
  simp only [mem_broken, Bool.not_eq_true]

/-- Sizes are refused when the intersection may be empty or a quorum is no majority. -/
theorem QuorumClaim.isBad_iff (claim : QuorumClaim) :
    claim.isBad = true ↔ claim.intersectionSize = 0 ∨ 2 * claim.quorumSize ≤ claim.n := by
  simp [isBad]

/-- In words: intersections and majorities, no cooperative progress where a deterministic role may crash, and no progress
without a bound. -/
theorem BundleClaims.isValid_iff_claims (claims : BundleClaims) :
    claims.isValid = true ↔
      (∀ quorum, claims.quorum = some quorum → 0 < quorum.intersectionSize ∧ quorum.n < 2 * quorum.quorumSize)
      ∧ ¬ ((∃ bound, claims.flp.crashBound = some bound ∧ 0 < bound) ∧ claims.flp.requiresDeterminism = true
          ∧ claims.liveness.scheduler = some .cooperative ∧ claims.liveness.progressRequired = true)
      ∧ ¬ (claims.synchrony.timing = some .asynchronous ∧ claims.synchrony.deltaBound = none
          ∧ claims.liveness.progressRequired = true) := by
  have all (p : BundleRule → Prop) : (∀ rule, p rule) ↔ p .badQuorum ∧ p .deadlockRisk ∧ p .unboundedWait :=
    ⟨fun h => ⟨h _, h _, h _⟩, fun ⟨a, b, c⟩ rule => match rule with
      | .badQuorum => a
      | .deadlockRisk => b
      | .unboundedWait => c⟩
  rw [isValid_iff, all]
  refine and_congr ?_ (and_congr ?_ ?_)
  · simp only [BundleRule.isBroken]
    cases claims.quorum with
    | none => simp
    | some quorum =>
      simp only [Option.any_some, Option.some.injEq, forall_eq']
      rw [← Bool.not_eq_true, QuorumClaim.isBad_iff]
      omega
  · rw [← Bool.not_eq_true]
    refine not_congr ?_
    simp [BundleRule.isBroken, Option.any_eq_true, and_assoc]
  · rw [← Bool.not_eq_true]
    refine not_congr ?_
    simp [BundleRule.isBroken, and_assoc]

/-- A quorum among the members `0` to `n - 1`. -/
structure IsQuorum (n size : Nat) (quorum : List Nat) : Prop where
  distinct : quorum.Nodup
  large : quorum.length = size
  members : ∀ member ∈ quorum, member < n

/-- No more distinct numbers are below `n` than `n`. -/
theorem length_le_of_below (n : Nat) (numbers : List Nat) (distinct : numbers.Nodup)
    (below : ∀ number ∈ numbers, number < n) : numbers.length ≤ n := by
  induction n generalizing numbers with
  | zero =>
    cases numbers with
    | nil => exact Nat.le_refl 0
    | cons first _ => exact absurd (below first (by simp)) (Nat.not_lt_zero first)
  | succ n ih =>
    have smaller := ih (numbers.erase n) (distinct.erase n) fun number there => by
      have ⟨other, member⟩ := distinct.mem_erase_iff.mp there
      have := below number member
      omega
    by_cases there : n ∈ numbers
    · rw [List.length_erase_of_mem there] at smaller
      omega
    · rw [List.erase_of_not_mem there] at smaller
      omega

/-- Any two quorums have a common member exactly when a quorum is more than half of the members. -/
theorem quorums_meet_iff (n size : Nat) :
    (∀ one other, IsQuorum n size one → IsQuorum n size other → ∃ member, member ∈ one ∧ member ∈ other)
      ↔ n < 2 * size := by
  constructor
  · intro meet
    apply Nat.lt_of_not_le
    intro small
    have ⟨member, low, high⟩ := meet (List.range' 0 size) (List.range' size size)
      ⟨List.nodup_range', by simp, fun member there => by simp [List.mem_range'] at there; omega⟩
      ⟨List.nodup_range', by simp, fun member there => by simp [List.mem_range'] at there; omega⟩
    simp [List.mem_range'] at low high
    omega
  · intro large one other first second
    apply Classical.byContradiction
    intro apart
    have distinct : (one ++ other).Nodup := List.nodup_append.mpr
      ⟨first.distinct, second.distinct, fun a inOne b inOther same => apart ⟨a, inOne, same ▸ inOther⟩⟩
    have bounded := length_le_of_below n (one ++ other) distinct fun member there =>
      (List.mem_append.mp there).elim (first.members member) (second.members member)
    rw [List.length_append, first.large, second.large] at bounded
    omega

/-- In a valid bundle, any two quorums of the claimed size have a common member. -/
theorem BundleClaims.valid_quorums_meet {claims : BundleClaims} (valid : claims.isValid = true) {claim : QuorumClaim}
    (claimed : claims.quorum = some claim) {one other : List Nat} (first : IsQuorum claim.n claim.quorumSize one)
    (second : IsQuorum claim.n claim.quorumSize other) : ∃ member, member ∈ one ∧ member ∈ other :=
  (quorums_meet_iff _ _).mpr ((claims.isValid_iff_claims.mp valid).1 claim claimed).2 one other first second

end Paritas
