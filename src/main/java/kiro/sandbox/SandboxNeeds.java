package kiro.sandbox;

/// What a command that was allowed needs beyond the workspace's files.
///
/// @param network whether it is about something on the network
/// @param git whether it changes the repository
public record SandboxNeeds(boolean network, boolean git) {
    public static final SandboxNeeds NONE = new SandboxNeeds(false, false);
}
