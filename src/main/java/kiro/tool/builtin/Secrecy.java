package kiro.tool.builtin;

import java.util.Optional;
import kiro.secret.SecretFiles;
import kiro.workspace.WorkspacePath;

/// Keeps files of secrets from being shown or changed.
final class Secrecy {
    private Secrecy() {}

    /// Why a file is neither shown nor changed; empty when it may be.
    static Optional<String> objection(WorkspacePath path) {
        return SecretFiles.include(path.value()) ? Optional.of(refusal(path)) : Optional.empty();
    }

    static String refusal(WorkspacePath path) {
        return path
                + " looks like a file of secrets, which tools neither show nor change: ask the person";
    }
}
