module
public import Paritas.Fragment
public import Paritas.Heap
public import Paritas.HeapEncoding
public import Paritas.HeapFixture
public import Paritas.HeapHex
public import Paritas.HeapMerkle
public import Paritas.HeapParity
public import Paritas.HeapProof
public import Paritas.HeapReplay
public import Paritas.Json
public import Paritas.Merge
public import Paritas.Projection
public import Paritas.Recursion
public import Paritas.Subtyping
public import Paritas.Types
public import Paritas.Validator
/-! The executable specification. It imports no proofs; those are in `Paritas.Thm`. -/
