package kiro.tool.builtin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiro.knowledge.Found;
import kiro.knowledge.Knowledge;
import kiro.knowledge.KnowledgeSource;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.tool.Untrusted;

/// Searches what the team knows. Local sources are read without asking, and so is a knowledge base that the person's own file names; one
/// that the project alone names is a part of the network, which a person is asked about.
final class SearchKnowledgeTool implements BuiltinTool {
    private static final int MOST_OF_PASSAGE = 2_500;
    private static final int MOST_OF_ALL = 24_000;

    private final Knowledge knowledge;
    private final Function<KnowledgeSource.Base, URI> addresses;

    /// @param addresses where a knowledge base is asked
    SearchKnowledgeTool(Knowledge knowledge, Function<KnowledgeSource.Base, URI> addresses) {
        this.knowledge = knowledge;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "search_knowledge";
    }

    @Override
    public boolean isLooking() {
        return true;
    }

    @Override
    public Preparation prepare(Arguments arguments) {
        String words = arguments.text("query").strip();
        if (words.isEmpty()) {
            return Preparation.Refused.looking("the query is empty: say what to look for");
        }
        Optional<String> name = arguments.optionalText("source");
        List<KnowledgeSource> chosen = knowledge.named(name);
        if (chosen.isEmpty()) {
            return Preparation.Refused.looking(
                    "there is no source '%s'; there is %s"
                            .formatted(
                                    Summaries.oneLine(name.orElse("")),
                                    knowledge.sources().stream()
                                            .map(KnowledgeSource::name)
                                            .collect(Collectors.joining(", "))));
        }
        var question = new Question(words, arguments.number("number", knowledge.usualNumber()));
        return new Preparation.Ready(
                effect(chosen),
                "search " + names(chosen) + " for " + Summaries.oneLine(words),
                Preparation.Act.watched(news -> answered(question, chosen, news)));
    }

    private static String names(List<KnowledgeSource> chosen) {
        return chosen.stream().map(KnowledgeSource::name).collect(Collectors.joining(", "));
    }

    private Effect effect(List<KnowledgeSource> chosen) {
        return chosen.stream()
                .filter(KnowledgeSource.Base.class::isInstance)
                .map(KnowledgeSource.Base.class::cast)
                .filter(base -> !base.isPersons())
                .findFirst()
                .<Effect>map(base -> new Effect.Fetch(addresses.apply(base)))
                .orElse(new Effect.Read(List.of()));
    }

    private ToolResult answered(
            Question question, List<KnowledgeSource> chosen, Consumer<String> news)
            throws InterruptedException {
        Found found = knowledge.search(question, chosen, news);
        String notes =
                found.notes().stream()
                        .map(note -> "note: " + Untrusted.clean(note) + "\n")
                        .collect(Collectors.joining());
        if (found.passages().isEmpty()) {
            return found.isWhole()
                    ? new ToolResult.Done(
                            notes
                                    + "nothing in %s fits: ask in other words, or search the files"
                                            .formatted(names(chosen)))
                    : new ToolResult.Failed(notes.strip());
        }
        return new ToolResult.Done(notes + told(found.passages()));
    }

    private static String told(List<Passage> passages) {
        var told = new StringBuilder();
        int count = 0;
        for (Passage passage : passages) {
            String part = Untrusted.part(passage.citation(), shortened(passage.text()));
            if (count > 0 && told.length() + part.length() > MOST_OF_ALL) {
                told.append("%,d more are left out".formatted(passages.size() - count));
                break;
            }
            told.append(part).append('\n');
            count++;
        }
        return told.toString().stripTrailing();
    }

    private static String shortened(String text) {
        if (text.length() <= MOST_OF_PASSAGE) {
            return text;
        }
        int end = text.lastIndexOf('\n', MOST_OF_PASSAGE);
        return text.substring(0, end > 0 ? end : MOST_OF_PASSAGE) + "\n[...]";
    }
}
