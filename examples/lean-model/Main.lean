module
public import Fifo

/-- Entry point of the executable. -/
public def main : List String → IO UInt32 :=
  Fifo.model.main
