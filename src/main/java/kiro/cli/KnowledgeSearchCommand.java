package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kiro.knowledge.Found;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.tool.Untrusted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro knowledge search`: what the agent's tool would find.
@Command(
        name = "search",
        description = {
            "Searches what the team knows, as the agent's tool search_knowledge does, and prints passages with where they stand.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro knowledge search 'how do we roll back a release'",
            "  kiro knowledge search maxOutputTokens --source code --number 3",
            "  kiro knowledge search 'on call' --json",
            "",
            "Exit codes: 0 found, 1 nothing fits or the settings have to be repaired, 5 nothing was found and a"
                    + " source could not be asked, 64 there is nothing to look for."
        })
public final class KnowledgeSearchCommand implements Callable<Integer> {
    private static final int SHOWN_LINES = 12;

    private final Console console;
    private final OpenKnowledge open;

    @Parameters(arity = "1", paramLabel = "QUERY", description = "What to look for.")
    private String query = "";

    @Option(names = "--source", paramLabel = "NAME", description = "Search this source alone.")
    private @Nullable String source;

    @Option(names = "--number", paramLabel = "N", description = "How many passages at most.")
    private @Nullable Integer number;

    @Option(names = "--json", description = "Print the passages, whole, as JSON.")
    private boolean isJson;

    public KnowledgeSearchCommand(Console console, Workspaces workspaces, KnowledgeAccess access) {
        this.console = console;
        this.open = new OpenKnowledge(console, workspaces, access);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean isCounted = number == null || (number >= 1 && number <= Question.MOST);
        if (query.isBlank() || !isCounted) {
            console.problem(
                    "cli/usage",
                    query.isBlank()
                            ? "there is nothing to look for"
                            : "--number is from 1 to " + Question.MOST,
                    "see 'kiro knowledge search --help'");
            return ExitCode.USAGE.number();
        }
        Optional<OpenKnowledge.Opened> opened = open.open();
        if (opened.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        console.findings(opened.get().findings());
        try (Knowledge knowledge = opened.get().knowledge()) {
            List<KnowledgeSource> chosen = knowledge.named(Optional.ofNullable(source));
            if (chosen.isEmpty()) {
                return nothingChosen(knowledge).number();
            }
            return told(search(knowledge, chosen)).number();
        }
    }

    private ExitCode nothingChosen(Knowledge knowledge) {
        String names =
                knowledge.sources().stream()
                        .map(KnowledgeSource::name)
                        .collect(Collectors.joining(", "));
        console.problem(
                "knowledge/no-source",
                names.isEmpty()
                        ? "no knowledge is configured"
                        : "there is no source '" + source + "'",
                names.isEmpty()
                        ? "name files in knowledge.sources of .kiro/config.yaml, as docs/guide/knowledge.md shows"
                        : "name one of " + names);
        return ExitCode.FINDINGS;
    }

    private Found search(Knowledge knowledge, List<KnowledgeSource> chosen)
            throws InterruptedException {
        int wanted = number == null ? knowledge.usualNumber() : number;
        try {
            return knowledge.search(new Question(query, wanted), chosen, console::status);
        } finally {
            console.clearStatus();
        }
    }

    private ExitCode told(Found found) {
        if (isJson) {
            console.print(KnowledgeJson.search(query, found));
        } else {
            found.passages().forEach(this::show);
            found.notes().forEach(note -> console.note("note: " + Untrusted.clean(note)));
            if (found.passages().isEmpty()) {
                console.note(
                        (found.isWhole()
                                        ? "nothing fits '%s'"
                                        : "nothing was found for '%s', and not all could be searched")
                                .formatted(Untrusted.clean(query)));
            }
        }
        if (!found.isWhole() && found.passages().isEmpty()) {
            return ExitCode.PROVIDER;
        }
        return found.passages().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void show(Passage passage) {
        var lines = new ArrayList<String>();
        lines.add(console.styled(Style.CYAN, Untrusted.clean(passage.citation())));
        List<String> text = Untrusted.clean(passage.text()).lines().toList();
        text.stream().limit(SHOWN_LINES).forEach(line -> lines.add("    " + line));
        if (text.size() > SHOWN_LINES) {
            lines.add(
                    console.styled(
                            Style.DIM, "    ... " + (text.size() - SHOWN_LINES) + " more lines"));
        }
        lines.add("");
        console.print(lines);
    }
}
