package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kiro.memory.MemoryExport;
import kiro.memory.Refreshed;
import kiro.memory.Refreshing;
import kiro.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro memory refresh`: learns from the project.
@Command(
        name = "refresh",
        description = {
            "Learns from the project, without a model: decisions from specs and decision records, conventions from steering, patterns"
                    + " and integrations from the code, and proposals from what you corrected in sessions.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro memory refresh",
            "  kiro memory refresh --reviews",
            "  kiro memory refresh --json",
            "",
            "Exit codes: 0 learned, 1 the memory cannot be written, 3 the project or its memory is not trusted, 6 another process"
                    + " writes it."
        })
public final class MemoryRefreshCommand implements Callable<Integer> {
    private final Console console;
    private final OpenMemory memory;

    @Option(
            names = "--reviews",
            description =
                    "Also propose what people of the project asked for in reviews on GitHub, with GITHUB_TOKEN.")
    private boolean withReviews;

    @Option(names = "--json", description = "Print what has changed as JSON.")
    private boolean isJson;

    public MemoryRefreshCommand(Console console, Workspaces workspaces, MemoryAccess access) {
        this.console = console;
        this.memory = new OpenMemory(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Workspace> workspace = memory.workspace();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        ExitCode open = memory.write(facts -> facts);
        if (open != ExitCode.OK) {
            return open.number();
        }
        Refreshing learned = learn(workspace.get());
        var change = new AtomicReference<>(Refreshed.NOTHING);
        ExitCode code =
                memory.write(facts -> {
                    Refreshed done = learned.onto(facts);
                    change.set(done);
                    return done.after();
                });
        if (code == ExitCode.OK) {
            show(change.get(), learned);
        }
        return code.number();
    }

    private Refreshing learn(Workspace workspace) throws IOException, InterruptedException {
        console.status("looking at the project");
        try {
            Refreshing learned = memory.access().learn(workspace);
            if (!withReviews) {
                return learned;
            }
            console.status("asking GitHub for remarks in reviews");
            Refreshing remarked = memory.access().reviews(workspace);
            return new Refreshing(
                            learned.facts(),
                            Stream.concat(learned.notes().stream(), remarked.notes().stream())
                                    .toList())
                    .with(remarked.facts());
        } finally {
            console.clearStatus();
        }
    }

    private void show(Refreshed done, Refreshing learned) {
        if (isJson) {
            console.print(MemoryExport.json(done));
            return;
        }
        done.added().forEach(fact -> console.print("+ " + line(fact)));
        done.changed().forEach(fact -> console.print("~ " + line(fact)));
        done.gone().forEach(fact -> console.print("- " + line(fact)));
        console.print(
                "%d facts: %d new, %d changed, %d gone, %d proposed"
                        .formatted(
                                done.after().facts().size(),
                                done.added().size(),
                                done.changed().size(),
                                done.gone().size(),
                                done.after().proposed().size()));
        learned.notes().forEach(note -> console.note("note: " + note));
    }

    private static String line(kiro.memory.Fact fact) {
        return fact.id() + "  " + kiro.tool.Untrusted.clean(fact.line().substring("- ".length()));
    }
}
