package kiro.spec;

import kiro.workspace.WorkspacePath;

/// A spec in the project's folder, readable or not.
///
/// @param name its file name without `.md`, or its folder's name; a spec's name where it is read whole
public record StoredSpec(String name, WorkspacePath path, SpecReading reading) {}
