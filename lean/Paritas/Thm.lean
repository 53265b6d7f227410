module
/-! Every theorem module; what it does not import is not compiled. -/
