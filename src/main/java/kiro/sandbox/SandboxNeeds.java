package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;

/// What a command that was allowed needs beyond the workspace's files.
///
/// @param network whether it is about something on the network
/// @param git whether it changes the repository
/// @param closed what of the workspace it does not reach
/// @param writable folders that it writes beside the workspace
public record SandboxNeeds(boolean network, boolean git, List<Path> writable, ClosedPlaces closed) {
    public static final SandboxNeeds NONE = new SandboxNeeds(false, false);

    public SandboxNeeds {
        writable = List.copyOf(writable);
    }

    public SandboxNeeds(boolean network, boolean git) {
        this(network, git, List.of(), ClosedPlaces.NONE);
    }

    public SandboxNeeds closing(ClosedPlaces others) {
        return new SandboxNeeds(network, git, writable, others);
    }
}
