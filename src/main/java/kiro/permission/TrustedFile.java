package kiro.permission;

import kiro.text.Hash;

/// A file of a project that says what runs, as it was when it was looked at.
///
/// @param path from the project's root
public record TrustedFile(String path, Hash hash) {}
