package kiro.sandbox.store;

import java.nio.file.Path;

/// Where things are on the machine, whatever command runs.
///
/// @param store the folder of the workspace; there when it is asked about
record Places(Path workspace, Path store, BuildStores.People people) {}
