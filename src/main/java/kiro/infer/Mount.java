package kiro.infer;

/// A router that is put below another under a prefix.
///
/// @param router what it is put on; empty for the application itself
/// @param target the variable, import or function that names the router
record Mount(String router, String prefix, String target) {}
