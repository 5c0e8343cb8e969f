package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kiro.permission.Trust;
import kiro.permission.TrustState;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `kiro trust`: shows what in a project says what runs, and lets a person trust it as it is.
@Command(
        name = "trust",
        description = {
            "Shows the files of this project that say what runs here (hooks, servers, agents, rules, settings, and the",
            "scripts that they name), and trusts them as they are now. Until then, and again when one of them changes,",
            "they neither run anything nor allow anything.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro trust                look, and be asked",
            "  kiro trust --show         only look",
            "  kiro trust --yes          trust without a question",
            "  kiro trust --revoke",
            "",
            "Exit codes: 0 trusted or nothing to trust, 3 not trusted."
        })
public final class TrustCommand implements Callable<Integer> {
    private static final int VERSION = 1;

    private final Console console;
    private final Workspaces workspaces;
    private final PermissionSettings settings;

    @Option(names = "--yes", description = "Trust without asking.")
    private boolean isGranted;

    @Option(names = "--show", description = "Show, and change nothing.")
    private boolean isLook;

    @Option(names = "--revoke", description = "Trust nothing of this project any more.")
    private boolean isRevoked;

    @Option(names = "--json", description = "Print the files as JSON; trusts only with --yes.")
    private boolean isJson;

    public TrustCommand(Console console, Workspaces workspaces, PermissionSettings settings) {
        this.console = console;
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean isTwice = (isGranted && (isLook || isRevoked)) || (isLook && isRevoked);
        if (isTwice) {
            console.problem(
                    "cli/usage",
                    "--yes, --show and --revoke exclude each other",
                    "give one of them");
            return ExitCode.USAGE.number();
        }
        Workspace workspace = workspaces.current();
        Trust trust = settings.files(workspace).trust();
        if (isRevoked) {
            console.print(trust.revoke() ? "trusted no more" : "nothing was trusted");
            return ExitCode.OK.number();
        }
        TrustState state = trust.state();
        if (state.isTrusted() && isGranted) {
            trust.grant(state.files().stream().map(TrustState.Looked::file).toList());
        }
        if (state.isTrusted() && !isJson) {
            said(state);
        }
        boolean isTrusted = state.isTrusted() || decide(trust, state);
        if (isJson) {
            console.print(json(isTrusted, isTrusted ? trust.state() : state));
        }
        return (isTrusted ? ExitCode.OK : ExitCode.DENIED).number();
    }

    private boolean decide(Trust trust, TrustState state) throws IOException, InterruptedException {
        if (!isJson) {
            show(state);
        }
        boolean isAgreed = state.isWhole() && (isGranted || (!isLook && !isJson && isAgreed()));
        if (isAgreed) {
            trust.grant(state.files().stream().map(TrustState.Looked::file).toList());
        }
        if (!isJson) {
            console.print(isAgreed ? "trusted as they are now" : "not trusted");
        }
        return isAgreed;
    }

    private void said(TrustState state) {
        if (state.files().isEmpty()) {
            console.print(
                    isGranted
                            ? "nothing in this project says what runs; its tests have the network, and the hooks of git run for the agent in its sandbox"
                            : "nothing in this project says what runs; with --yes its tests have the network, and the hooks of git run for the agent in its sandbox");
            return;
        }
        show(state);
        console.print("trusted as they are now");
    }

    private boolean isAgreed() throws InterruptedException {
        if (!console.isInteractive()) {
            console.problem(
                    "trust/nobody-to-ask",
                    "somebody has to look at these files, and this is no terminal",
                    "look at them, and run 'kiro trust --yes'");
            return false;
        }
        String answer =
                console.ask("do you trust these files to run on your machine? [y]es, [n]o > ")
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        return List.of("y", "yes").contains(answer);
    }

    private void show(TrustState state) {
        console.print("files of this project that say what runs:");
        for (TrustState.Looked looked : state.files()) {
            console.print(
                    "  %-8s %s  %s"
                            .formatted(
                                    SpecJson.word(looked.standing()),
                                    looked.file().hash().abbreviated(),
                                    looked.file().path()));
        }
        if (!state.isWhole()) {
            console.print(
                    "  and more than can be looked at, so that nothing here can be trusted: keep less in .kiro/skills and .kiro/agents");
        }
        state.missing().forEach(path -> console.print("  gone                   " + path));
    }

    private static String json(boolean isTrusted, TrustState state) {
        ObjectNode root =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("trusted", isTrusted);
        ArrayNode files = root.putArray("files");
        for (TrustState.Looked looked : state.files()) {
            files.addObject()
                    .put("file", looked.file().path())
                    .put("sha256", looked.file().hash().hex())
                    .put("state", SpecJson.word(looked.standing()));
        }
        ArrayNode missing = root.putArray("missing");
        state.missing().forEach(missing::add);
        return root.toString();
    }
}
