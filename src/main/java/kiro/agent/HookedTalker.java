package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.model.Block;

/// A person whose words hooks hear before the model does. A hook that asks for something at the end of a turn is heard as they
/// are, once a turn of theirs: what it asks for is no reason to ask again.
final class HookedTalker implements Talker {
    private final Talker talker;
    private final SessionHooks hooks;
    private String context = "";
    private boolean hasBegun;
    private Optional<String> asked = Optional.empty();
    private boolean isHooksTurn;
    private Optional<Said.Task> task = Optional.empty();

    HookedTalker(Talker talker, SessionHooks hooks) {
        this.talker = talker;
        this.hooks = hooks;
    }

    @Override
    public Said next() throws InterruptedException {
        if (!hasBegun) {
            hasBegun = true;
            context = hooks.sessionBegins();
        }
        if (asked.isPresent()) {
            String words = asked.get();
            asked = Optional.empty();
            isHooksTurn = true;
            return ofHooks(words);
        }
        isHooksTurn = false;
        task = Optional.empty();
        while (true) {
            Optional<Said> heard = heard(talker.next());
            if (heard.isPresent()) {
                return heard.get();
            }
        }
    }

    /// Empty where a hook does not let it pass.
    private Optional<Said> heard(Said said) throws InterruptedException {
        return switch (said) {
            case Said.Bye bye -> {
                hooks.sessionEnds();
                yield Optional.of(bye);
            }
            case Said.Words words ->
                    passed(hooks.prompt(text(words.blocks()))).map(more -> with(words, more));
            case Said.Task planned -> {
                task = Optional.of(planned);
                yield passed(hooks.taskBegins(planned.words(), spec(planned))).map(_ -> planned);
            }
        };
    }

    /// What is said to the model besides.
    private Optional<String> passed(SessionHooks.Word word) {
        return switch (word) {
            case SessionHooks.Word.Yes(String more) -> Optional.of(more);
            case SessionHooks.Word.No(String reasons) -> {
                talker.ended(new RunEnd.Denied(reasons));
                yield Optional.empty();
            }
        };
    }

    /// No words of the person.
    private static Said.Words ofHooks(String words) {
        return new Said.Words("", List.of(new Block.Text(SessionHooks.told(words))), List.of());
    }

    private Said with(Said.Words words, String more) {
        var blocks = new ArrayList<Block>();
        for (String each : List.of(context, more)) {
            if (!each.isEmpty()) {
                blocks.add(new Block.Text(SessionHooks.told(each)));
            }
        }
        context = "";
        blocks.addAll(words.blocks());
        return new Said.Words(words.said(), blocks, words.files());
    }

    private static Optional<String> spec(Said.Task planned) {
        return planned.spec().map(spec -> spec.name().value());
    }

    @Override
    public List<Said.Words> meanwhile() {
        List<Said.Words> said = talker.meanwhile();
        return said.isEmpty() ? said : heardMeanwhile(said);
    }

    private List<Said.Words> heardMeanwhile(List<Said.Words> said) {
        List<Block> all = said.stream().flatMap(words -> words.blocks().stream()).toList();
        try {
            return switch (hooks.prompt(text(all))) {
                case SessionHooks.Word.No(String reasons) -> {
                    hooks.tell("what you said meanwhile was not passed on: " + reasons);
                    yield List.of();
                }
                case SessionHooks.Word.Yes(String more) -> {
                    var heard = new ArrayList<Said.Words>();
                    if (!more.isEmpty()) {
                        heard.add(ofHooks(more));
                    }
                    heard.addAll(said);
                    yield heard;
                }
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Text.class::isInstance)
                .map(block -> ((Block.Text) block).text())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void ended(RunEnd end) {
        talker.ended(end);
        if (end instanceof RunEnd.Interrupted) {
            return;
        }
        try {
            String after =
                    task.isPresent() ? hooks.taskEnds(task.get().words(), spec(task.get())) : "";
            String words = (after + "\n\n" + hooks.turnEnds()).strip();
            asked = Optional.of(words).filter(text -> !text.isEmpty() && !isHooksTurn);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
