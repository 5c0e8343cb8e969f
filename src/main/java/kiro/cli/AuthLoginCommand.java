package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.aws.CenterPlace;
import kiro.aws.KnownPlaces;
import kiro.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// `kiro auth login`: signs in, and keeps what was given.
@Command(
        name = "login",
        description = {
            "Signs in to AWS by a code that you compare in a browser or by a role, or with the key of a model's service.",
            "A key is typed without being shown, or read from standard input: an argument could be read by others, and stays in the"
                    + " shell's history. Its service is asked whether it takes it, and then it is kept in the system's keyring where there"
                    + " is one, else in a file that you alone can read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth login --anthropic",
            "  kiro auth login --openai < key.txt",
            "  kiro auth login --sso-start-url https://acme.awsapps.com/start --region eu-west-1",
            "  kiro auth login --profile dev",
            "  kiro auth login --aws-role arn:aws:iam::123456789012:role/build",
            "",
            "Exit codes: 0 signed in, 1 not, 3 nothing was given or chosen, 64 the command line is wrong."
        })
public final class AuthLoginCommand implements Callable<Integer> {
    private static final String NONE = "";

    private final Console console;
    private final Workspaces workspaces;
    private final AuthAccess access;

    @Mixin private final AwsLoginOptions aws = new AwsLoginOptions();

    @Option(
            names = "--anthropic",
            arity = "0..1",
            fallbackValue = NONE,
            paramLabel = FlowingHelp.NO_LABEL,
            hideParamSyntax = true,
            description = "Sign in with a key of Anthropic.")
    private Optional<String> anthropic = Optional.empty();

    @Option(
            names = "--openai",
            arity = "0..1",
            fallbackValue = NONE,
            paramLabel = FlowingHelp.NO_LABEL,
            hideParamSyntax = true,
            description =
                    "Sign in with a key of OpenAI, or of the server that openai.base-url names.")
    private Optional<String> openai = Optional.empty();

    @Option(
            names = "--no-check",
            description = "Keep a key without asking its service whether it takes it.")
    private boolean isUnchecked;

    /// A key that is given as an argument must not be told to anybody, as picocli's own message would.
    @Unmatched private List<String> rest = new ArrayList<>();

    public AuthLoginCommand(Console console, Workspaces workspaces, AuthAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Problem> wrong = visible().or(this::unknown).or(this::unclear).or(aws::wrong);
        if (wrong.isPresent()) {
            return usage(wrong.get()).number();
        }
        return switch (access.read(workspaces.current())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> login(whole.config()).number();
        };
    }

    private ExitCode login(Config config) throws IOException, InterruptedException {
        if (aws.ways() == 0) {
            return new KeyLogin(console, access, !isUnchecked)
                    .run(
                            anthropic.isPresent() ? KeyProvider.ANTHROPIC : KeyProvider.OPENAI,
                            config);
        }
        var center = new CenterLogin(console, access, aws.wish());
        if (aws.isBuilder()) {
            return center.asBuilder(config);
        }
        if (aws.role().isPresent()) {
            return new RoleLogin(console, access).run(aws.role().get(), aws.region(), config);
        }
        return toCenter(center, config);
    }

    private ExitCode toCenter(CenterLogin center, Config config)
            throws IOException, InterruptedException {
        var known = new KnownPlaces(access.world(config));
        if (aws.profile().isPresent()) {
            String name = aws.profile().get();
            Optional<CenterPlace> place = known.ofProfile(name);
            return place.isPresent()
                    ? center.forProfile(name, place.get(), config)
                    : failed(
                            "no profile '%s' in ~/.aws/config signs in to Identity Center"
                                    .formatted(name),
                            "choose one of 'aws configure list-profiles', or name the place by --sso-start-url");
        }
        String url = aws.startUrl().orElseThrow();
        Optional<CenterPlace> place =
                known.at(url)
                        .filter(each -> aws.region().map(each.region()::equals).orElse(true))
                        .or(() ->
                                aws.region()
                                        .map(region ->
                                                CenterPlace.of(url, region, Optional.empty())));
        return place.isPresent()
                ? center.lend(place.get(), config)
                : usage(
                        new Problem(
                                "cli/usage",
                                "the region of Identity Center is not known",
                                "name it by --region: whoever gave you the address knows it"));
    }

    private Optional<Problem> visible() {
        boolean isGiven =
                Stream.of(anthropic, openai)
                                .flatMap(Optional::stream)
                                .anyMatch(text -> !text.equals(NONE))
                        || rest.stream().anyMatch(each -> !each.startsWith("-"));
        return isGiven
                ? Optional.of(
                        new Problem(
                                "auth/visible-key",
                                "a key on the command line can be read by others, and stays in the shell's history",
                                "take it out of the history, leave it out, and type it when it is asked for, or pipe it in"))
                : Optional.empty();
    }

    private Optional<Problem> unknown() {
        return rest.stream()
                .findFirst()
                .map(each -> each.replaceFirst("=.*", ""))
                .map(each ->
                        new Problem(
                                "cli/usage",
                                "unknown option: '%s'".formatted(each),
                                "see 'kiro auth login --help'"));
    }

    private Optional<Problem> unclear() {
        long ways = aws.ways() + Stream.of(anthropic, openai).filter(Optional::isPresent).count();
        return ways == 1
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "cli/usage",
                                "say what to sign in with, one thing at a time",
                                "give one of --sso-start-url, --profile, --builder-id, --aws-role, --anthropic, --openai"));
    }

    private ExitCode usage(Problem problem) {
        console.problem(problem.code(), problem.message(), problem.fix());
        return ExitCode.USAGE;
    }

    private ExitCode failed(String message, String fix) {
        console.problem("auth/not-signed-in", message, fix);
        return ExitCode.FINDINGS;
    }
}
