package kiro;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import kiro.auth.KeptAws;
import kiro.auth.KeptRole;
import kiro.auth.KeyStore;
import kiro.auth.SignInStore;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.DeviceSignIn;
import kiro.aws.ServerTime;
import kiro.aws.SsoPortal;
import kiro.cli.AuthAccess;
import kiro.cli.AuthLoginCommand;
import kiro.cli.AuthLogoutCommand;
import kiro.cli.AuthStatusCommand;
import kiro.cli.AuthWhoamiCommand;
import kiro.cli.CommandGroup;
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
        var auth = Described.command(CommandGroup.AUTH.description(console));
        SequencedMap<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(
                "login", () -> Described.command(new AuthLoginCommand(console, workspaces, this)));
        commands.put(
                "status",
                () -> Described.command(new AuthStatusCommand(console, workspaces, this)));
        commands.put(
                "whoami",
                () -> Described.command(new AuthWhoamiCommand(console, workspaces, this)));
        commands.put(
                "logout",
                () -> Described.command(new AuthLogoutCommand(console, workspaces, this)));
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
    public SignInStore signIns() {
        return SignInStore.of(outside.environment(), outside.home());
    }

    @Override
    public AwsWorld world(Config config) {
        return new BedrockWiring(outside, _ -> {}).world(config);
    }

    @Override
    public AwsSignIn aws(Config config) {
        return new AwsSignIn(world(config), time());
    }

    @Override
    public AwsSignIn awsAs(Config config, KeptRole role) {
        AwsWorld world = world(config);
        KeptAws kept = world.kept();
        return new AwsSignIn(
                world.with(new KeptAws(kept.center(), kept.builderId(), Optional.of(role))),
                time());
    }

    @Override
    public DeviceSignIn device(Config config) {
        return new DeviceSignIn(world(config), time(), Thread::sleep);
    }

    @Override
    public SsoPortal portal(Config config) {
        return new SsoPortal(world(config), time());
    }

    private ServerTime time() {
        return new ServerTime(outside.clock());
    }

    @Override
    public void open(URI page) {
        new SystemBrowser(outside.environment()).open(page);
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

    /// What the service itself said: what to do about it is another thing here than in a run.
    private static String said(String message) {
        int from = message.lastIndexOf(" (HTTP ");
        return "it is refused" + (from < 0 ? "" : message.substring(from));
    }

    private static Checked checked(Offer offer) {
        return switch (offer) {
            case Offer.Models _ -> new Checked.Taken();
            case Offer.None _ -> new Checked.Unknown("this service does not say");
            case Offer.Failed(ModelFailure.Unauthorized(String message)) ->
                    new Checked.Refused(said(message));
            case Offer.Failed(ModelFailure failure) -> new Checked.Unknown(failure.message());
        };
    }
}
