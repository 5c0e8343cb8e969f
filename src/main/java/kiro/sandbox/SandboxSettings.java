package kiro.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a sandbox is made for.
///
/// @param workspace the folder that commands work in
/// @param scratch what they see as the system's temporary folder; made when first needed
/// @param system the property `os.name`
/// @param bubblewrap the program `bwrap`, where there is one
/// @param off where a person has said that they want none, for people
public record SandboxSettings(
        Path workspace,
        Path home,
        Path scratch,
        String system,
        Optional<Path> bubblewrap,
        Optional<String> off,
        SandboxExtras extras) {
    public List<Path> writable() {
        return extras.writable();
    }

    public boolean hasNetwork() {
        return extras.hasNetwork();
    }
}
