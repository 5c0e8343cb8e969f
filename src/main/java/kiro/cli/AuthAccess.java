package kiro.cli;

import java.net.URI;
import kiro.auth.KeptRole;
import kiro.auth.KeyStore;
import kiro.auth.SignInStore;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.DeviceSignIn;
import kiro.aws.SsoPortal;
import kiro.config.Config;
import kiro.secret.Secret;
import kiro.workspace.Workspace;

/// What a person is signed in with, as commands about it need it.
public interface AuthAccess {
    Config.Reading read(Workspace workspace);

    KeyStore keys();

    SignInStore signIns();

    AwsWorld world(Config config);

    /// Whoever asks for it closes it.
    AwsSignIn aws(Config config);

    /// The same as if a role were kept. Whoever asks for it closes it.
    AwsSignIn awsAs(Config config, KeptRole role);

    /// Whoever asks for it closes it.
    DeviceSignIn device(Config config);

    /// Whoever asks for it closes it.
    SsoPortal portal(Config config);

    /// Opens a page where the person has a browser.
    void open(URI page);

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
