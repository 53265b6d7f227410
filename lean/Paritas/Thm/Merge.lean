module
public import Paritas.Merge
/-! Facts about the merge (spec 11 §3). -/
@[expose] public section
namespace Paritas

/-- A type merges with itself, and stays as it is: the order of its branches does not change. -/
theorem merge_self (type : LocalType) : merge type type = .ok type := by
  cases type <;> simp [merge, LocalType.mergeWith]

/-- Any number of equal types merge to that type. -/
theorem mergeAll_same (type : LocalType) :
    ∀ others : List LocalType, (∀ other ∈ others, other = type) → mergeAll (type :: others) = .ok type
  | [], _ => rfl
  | other :: rest, same => by
    have first : other = type := same other (by simp)
    have others := mergeAll_same type rest fun one member => same one (by simp [member])
    simp only [mergeAll] at others
    subst first
    simp [mergeAll, List.foldlM_cons, merge_self, others, bind, Except.bind]

/-- Whatever merges with the end is the end. -/
theorem merge_end {right merged : LocalType} (done : merge .end_ right = .ok merged) : right = .end_ ∧ merged = .end_ := by
  cases right <;> simp_all [merge, LocalType.mergeWith]

/-- A send and a receive have no merge, whoever the partners are. -/
theorem merge_send_recv (p q : String) (bs cs : LocalBranches) :
    merge (.send p bs) (.recv q cs) = .error .directionMismatch
      ∧ merge (.recv p bs) (.send q cs) = .error .directionMismatch := by
  simp [merge, LocalType.mergeWith]

/-- Merged sends go to the partner of both; merged receives come from the partner of both. -/
theorem merge_send_partner {p q : String} {bs cs : LocalBranches} {merged : LocalType}
    (done : merge (.send p bs) (.send q cs) = .ok merged) : p = q ∧ ∃ ds, merged = .send p ds := by
  by_cases same : p = q
  · refine ⟨same, ?_⟩
    simp only [merge, LocalType.mergeWith] at done
    split at done
    · exact ⟨bs, by simp_all⟩
    · simp only [same, ne_eq, not_true_eq_false, ite_false] at done
      split at done
      · simp at done
      · simp only [bind, Except.bind, pure, Except.pure] at done
        split at done
        · simp at done
        · exact ⟨_, by simpa [same] using done.symm⟩
  · have differ : ¬ (LocalType.send p bs = .send q cs) := by simp [same]
    simp [merge, LocalType.mergeWith, same] at done

end Paritas
