package kiro.spec;

import kiro.workspace.WorkspacePath;

/// A spec in the project's folder, as far as a list needs it.
public sealed interface SpecGlance {
    /// Its file name without `.md`, or its folder's name.
    String name();

    WorkspacePath path();

    /// A plain one, of which only the outline was taken.
    record Outlined(String name, WorkspacePath path, SpecOutline outline) implements SpecGlance {}

    /// One that was read whole, since it was asked for, or could not be taken in at a glance.
    record Read(StoredSpec stored) implements SpecGlance {
        @Override
        public String name() {
            return stored.name();
        }

        @Override
        public WorkspacePath path() {
            return stored.path();
        }
    }
}
