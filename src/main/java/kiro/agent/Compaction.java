package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.TaggedText;

/// Makes room in a conversation that comes near to what the model takes: old answers of tools are left out; where that is
/// not enough, a summary stands for what was said, and the plan, the criteria, the steering and the changed files are
/// told again from what is known, not from the summary. What does not gain a tenth is not done.
final class Compaction {
    /// The part of the window from which on room is made.
    private static final double FULL = 0.8;

    /// The part of the window that the newest messages keep as they are.
    private static final double NEWEST = 0.2;

    private static final double LEAST_GAIN = 0.1;
    private static final int SUMMARY_TOKENS = 4_000;

    private final Conversation conversation;
    private final ModelCaller model;
    private final PromptTexts texts;
    private Supplier<Optional<String>> state = Optional::empty;

    Compaction(Conversation conversation, ModelCaller model, PromptTexts texts) {
        this.conversation = conversation;
        this.model = model;
        this.texts = texts;
    }

    /// What came of making room.
    sealed interface Room {
        /// There is room, made or not.
        record Enough() implements Room {}

        /// @param reason why there is none
        record None(String reason) implements Room {}
    }

    /// @param known what the model is told at the beginning, as things stand; empty where there is no plan yet
    void stateIs(Supplier<Optional<String>> known) {
        state = known;
    }

    /// Makes room where there is too little for the next request.
    Room before(int outputTokens) throws InterruptedException {
        return size() <= limit(outputTokens) ? new Room.Enough() : make(limit(outputTokens));
    }

    /// Makes room after a request that the model did not take, however much there seemed to be.
    Room after(int outputTokens) throws InterruptedException {
        return make(Math.min(limit(outputTokens), Math.round(size() * (1 - LEAST_GAIN))));
    }

    private long limit(int outputTokens) {
        int window = model.window();
        return Math.round(Math.min(window * FULL, window - (double) outputTokens));
    }

    private long size() {
        return model.corrected(conversation.tokens());
    }

    private Room make(long limit) throws InterruptedException {
        long before = size();
        long newest = Math.round(model.window() * NEWEST);
        List<Message> masked = new OldAnswers(newest).leftOut(conversation.messages());
        long left = model.corrected(conversation.tokensWith(masked));
        if (left <= limit && isWorthIt(before, left)) {
            conversation.compact("masked", masked, before, left);
            return new Room.Enough();
        }
        Optional<String> summary = summary(masked);
        if (summary.isEmpty()) {
            return full(before, "it could not be summarised");
        }
        List<Message> shorter = shorter(masked, summary.get(), newest);
        long after = model.corrected(conversation.tokensWith(shorter));
        if (after > limit || !isWorthIt(before, after)) {
            return full(before, "a summary would leave %,d".formatted(after));
        }
        conversation.compact("summarised", shorter, before, after);
        return new Room.Enough();
    }

    private static boolean isWorthIt(long before, long after) {
        return after <= before * (1 - LEAST_GAIN);
    }

    private Room full(long size, String why) {
        return new Room.None(
                "the conversation has about %,d tokens of the %,d that the model takes, and cannot be made"
                                .formatted(size, model.window())
                        + " shorter: "
                        + why);
    }

    /// What the model says of the conversation; empty where it says nothing.
    private Optional<String> summary(List<Message> messages) throws InterruptedException {
        var asking = new ArrayList<Message>(messages);
        Message last = asking.removeLast();
        var blocks = new ArrayList<Block>(last.blocks());
        blocks.add(new Block.Text(texts.text("summarise.md")));
        asking.add(new Message(Message.Role.USER, blocks));
        ModelRequest request = conversation.request(Purpose.SUMMARY, SUMMARY_TOKENS, asking);
        return switch (model.ask(request)) {
            case Answer.Complete complete ->
                    Optional.of(complete.message().text().strip()).filter(text -> !text.isEmpty());
            case Answer.Failed _ -> Optional.empty();
        };
    }

    /// The beginning from what is known, the summary, and the newest messages from one of the model's on: so each call
    /// keeps its answer.
    private List<Message> shorter(List<Message> messages, String summary, long newest) {
        int from = messages.size();
        long tail = 0;
        for (int i = messages.size() - 1; i > 0; i--) {
            tail += model.corrected(Conversation.tokens(messages.subList(i, i + 1)));
            if (tail > newest) {
                break;
            }
            from = messages.get(i).role() == Message.Role.MODEL ? i : from;
        }
        var shorter = new ArrayList<Message>();
        shorter.add(beginning(messages, summary, from));
        shorter.addAll(messages.subList(from, messages.size()));
        return shorter;
    }

    private Message beginning(List<Message> messages, String summary, int from) {
        var blocks = new ArrayList<Block>();
        Optional<String> known = state.get();
        if (known.isPresent()) {
            blocks.add(new Block.Text(known.get()));
        } else {
            messages.getFirst().blocks().stream()
                    .filter(block -> block instanceof Block.Text)
                    .forEach(blocks::add);
        }
        blocks.add(new Block.Text(TaggedText.of("summary", summary).render()));
        if (from == messages.size() && messages.size() > 1) {
            lastWords(messages.getLast()).forEach(blocks::add);
        }
        return new Message(Message.Role.USER, blocks);
    }

    /// What the model was told last and has not answered: results as words, as their calls are no longer there.
    private static List<Block> lastWords(Message last) {
        var words = new ArrayList<Block>();
        for (Block block : last.blocks()) {
            if (block instanceof Block.Text || block instanceof Block.Image) {
                words.add(block);
            } else if (block instanceof Block.ToolResult result && !result.text().isBlank()) {
                words.add(
                        new Block.Text(
                                TaggedText.of("answer", OldAnswers.shortened(result.text()))
                                        .render()));
            }
        }
        return words;
    }
}
