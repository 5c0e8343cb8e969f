package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;

/// What a person lets every command have.
///
/// @param writable files and folders that can be written beside the workspace
public record SandboxExtras(List<Path> writable, boolean hasNetwork) {
    public static final SandboxExtras NONE = new SandboxExtras(List.of(), false);

    public SandboxExtras {
        writable = List.copyOf(writable);
    }
}
