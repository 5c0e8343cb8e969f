package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.sandbox.store.BuildStores;

/// What a person lets every command have, and what they keep at an unusual place.
///
/// @param writable files and folders that can be written beside the workspace
/// @param hidden files and folders that are not shown beside the usual ones
/// @param isWithin whether this program was started by another in the same place, which takes away what stands there
/// @param stores where build tools keep what they fetch
public record SandboxExtras(
        List<Path> writable,
        List<Path> hidden,
        boolean hasNetwork,
        boolean isWithin,
        Optional<BuildStores> stores) {
    public static final SandboxExtras NONE =
            new SandboxExtras(List.of(), List.of(), false, false, Optional.empty());

    public SandboxExtras {
        writable = List.copyOf(writable);
        hidden = List.copyOf(hidden);
    }
}
