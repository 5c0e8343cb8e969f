package kiro.cli;

import kiro.auth.KeyStore;
import kiro.config.Config;
import kiro.secret.Secret;
import kiro.workspace.Workspace;

/// What a person is signed in with, as commands about it need it.
public interface AuthAccess {
    Config.Reading read(Workspace workspace);

    KeyStore keys();

    /// Asks a service whether it takes a key.
    Checked check(Config config, KeyProvider provider, Secret key) throws InterruptedException;

    /// What a service says of a key.
    sealed interface Checked {
        record Taken() implements Checked {}

        record Refused(String message) implements Checked {}

        /// Nobody could be asked.
        ///
        /// @param message why
        record Unknown(String message) implements Checked {}
    }
}
