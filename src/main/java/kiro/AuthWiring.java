package kiro;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.auth.KeyStore;
import kiro.cli.AuthAccess;
import kiro.cli.AuthCommand;
import kiro.cli.AuthLoginCommand;
import kiro.cli.AuthLogoutCommand;
import kiro.cli.AuthStatusCommand;
import kiro.cli.Console;
import kiro.cli.KeyProvider;
import kiro.cli.Workspaces;
import kiro.config.Config;
import kiro.model.ModelFailure;
import kiro.model.Offer;
import kiro.secret.Secret;
import kiro.workspace.Workspace;
import picocli.CommandLine;

/// The inventory of the commands about signing in.
final class AuthWiring implements AuthAccess {
    private final Outside outside;
    private final KeyStore keys;

    AuthWiring(Outside outside) {
        this.outside = outside;
        this.keys = KeyStore.of(outside.environment(), outside.home());
    }

    /// `kiro auth` with the command that the arguments name, or all of them.
    CommandLine command(String[] args, Workspaces workspaces) {
        Console console = outside.console();
        var auth = Described.command(new AuthCommand(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "login", () -> Described.command(new AuthLoginCommand(console, workspaces, this)));
        commands.put(
                "status",
                () -> Described.command(new AuthStatusCommand(console, workspaces, this)));
        commands.put("logout", () -> Described.command(new AuthLogoutCommand(console, this)));
        Supplier<CommandLine> named = args.length < 2 ? null : commands.get(args[1]);
        if (named != null) {
            auth.addSubcommand(args[1], named.get());
            return auth;
        }
        commands.forEach((name, command) -> auth.addSubcommand(name, command.get()));
        return auth;
    }

    @Override
    public Config.Reading read(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root());
    }

    @Override
    public KeyStore keys() {
        return keys;
    }

    @Override
    public Checked check(Config config, KeyProvider provider, Secret key)
            throws InterruptedException {
        Config asked = config.with(provider.setting(), key.reveal(), "the key that was given");
        // The name is that of no model: only the provider is asked.
        return switch (ModelWiring.cold(outside).open(Optional.of(provider.id() + "/any"), asked)) {
            case ModelWiring.Opening.Unusable unusable ->
                    new Checked.Unknown(unusable.problem().message());
            case ModelWiring.Opening.Opened opened -> {
                try {
                    yield checked(opened.model().offered());
                } finally {
                    opened.ending().run();
                }
            }
        };
    }

    private static Checked checked(Offer offer) {
        return switch (offer) {
            case Offer.Models _ -> new Checked.Taken();
            case Offer.None _ -> new Checked.Unknown("this service does not say");
            case Offer.Failed(ModelFailure.Unauthorized(String message)) ->
                    new Checked.Refused(message);
            case Offer.Failed(ModelFailure failure) -> new Checked.Unknown(failure.message());
        };
    }
}
