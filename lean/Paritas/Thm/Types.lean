module
public import Paritas.Types
/-! Facts about local types and their duals (spec 10 §2). -/
@[expose] public section
namespace Paritas

mutual
/-- The dual of the dual is the type itself. -/
theorem LocalType.dual_dual : ∀ type : LocalType, type.dual.dual = type
  | .end_ => rfl
  | .send _ branches => by simp [LocalType.dual, LocalBranches.dual_dual branches]
  | .recv _ branches => by simp [LocalType.dual, LocalBranches.dual_dual branches]
  | .mu _ body => by simp [LocalType.dual, LocalType.dual_dual body]
  | .var _ => rfl
/-- The same for branches. -/
theorem LocalBranches.dual_dual : ∀ branches : LocalBranches, branches.dual.dual = branches
  | .nil => rfl
  | .cons _ _ continuation rest => by
    simp [LocalBranches.dual, LocalType.dual_dual continuation, LocalBranches.dual_dual rest]
end

/-- Types with the same dual are the same. -/
theorem LocalType.dual_injective {left right : LocalType} (same : left.dual = right.dual) : left = right := by
  rw [← left.dual_dual, ← right.dual_dual, same]

end Paritas
