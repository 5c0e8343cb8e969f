package kiro.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kiro.agent.Talker.Said;
import kiro.agent.TurnLoop.TurnEnd;
import kiro.model.Block;
import kiro.model.ModelFailure;
import kiro.model.TaggedText;
import kiro.permission.Phase;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.EventReader;
import kiro.session.Events;
import kiro.workspace.WorkspacePath;
import tools.jackson.databind.node.JsonNodeFactory;

/// Talks with a person until they end it: what they say is a turn of the model, with its tools, or a task that is planned
/// and carried out. A turn that is stopped is settled as a run that goes on is: from the log.
final class Chat {
    private static final String READ = "read_file";
    private static final String LEFT_OUT =
            "what was said last is left out of the conversation from here on, for it would be stopped again";

    private final ModelCaller model;
    private final ToolCaller tools;
    private final EventLog log;
    private final Settlement settlement;
    private final Talker talker;
    private final Work work;
    private Optional<FolderRules> folders = Optional.empty();
    private Optional<ChatMemory> memory = Optional.empty();
    private int mentions;
    private boolean wasRefused;

    Chat(
            ModelCaller model,
            ToolCaller tools,
            EventLog log,
            Settlement settlement,
            Talker talker,
            Work work) {
        this.model = model;
        this.tools = tools;
        this.log = log;
        this.settlement = settlement;
        this.talker = talker;
        this.work = work;
    }

    /// What the agent does for its conversation.
    ///
    /// @param begin makes one with nothing in it yet of what is known
    /// @param tasks carries out what is to be planned
    record Work(Function<Optional<RunState>, Conversation> begin, Tasks tasks) {}

    /// Carries a task out, from its plan to its evidence.
    interface Tasks {
        RunEnd carryOut(Conversation conversation, AgentTask task) throws InterruptedException;
    }

    /// @param known what was said in a part of the conversation that is over
    void run(AgentTask task, RunSetting setting, Optional<RunState> known)
            throws InterruptedException {
        Conversation conversation =
                known.map(this::restored).orElseGet(() -> work.begin().apply(Optional.empty()));
        if (known.map(state -> state.talk().isEmpty()).orElse(true)) {
            ContextBuilder.Beginning beginning = new ContextBuilder(setting.project()).toTalk(task);
            beginning.missing().forEach(line -> log.append(new Event.Warned(line)));
            beginning.recalled().ifPresent(log::append);
            conversation.begin(beginning.text(), beginning.sizes(), model.window());
        }
        while (true) {
            Said said = talker.next();
            if (said instanceof Said.Bye) {
                return;
            }
            try {
                RunEnd end = take(said, conversation, task, setting);
                if (leavesUnanswered(end)) {
                    conversation = settled();
                }
                if (isTakenBack(end)) {
                    log.append(new Event.Warned(LEFT_OUT));
                }
                talker.ended(end);
            } catch (InterruptedException stopped) {
                log.append(new Event.TurnStopped());
                conversation = settled();
                conversation.say(
                        TaggedText.of("stopped", "the user stopped you before your turn ended")
                                .render());
                talker.ended(new RunEnd.Interrupted());
            }
        }
    }

    /// Whether what was said may have no answer: it is said again with what comes next.
    private boolean leavesUnanswered(RunEnd end) {
        return wasRefused
                || end instanceof RunEnd.ModelFailed
                || end instanceof RunEnd.LimitReached;
    }

    /// Whether what was said is not said again.
    private boolean isTakenBack(RunEnd end) {
        return wasRefused || end instanceof RunEnd.ModelFailed(ModelFailure.Blocked _);
    }

    private RunEnd take(Said said, Conversation conversation, AgentTask task, RunSetting setting)
            throws InterruptedException {
        wasRefused = false;
        return switch (said) {
            case Said.Words words -> {
                note(log, words.said());
                for (WorkspacePath file : words.files()) {
                    mention(conversation, file);
                }
                memory(setting).tell(conversation, words.blocks());
                words.blocks().forEach(conversation::say);
                yield answer(conversation, setting);
            }
            case Said.Task planned -> {
                note(log, planned.words());
                yield work.tasks()
                        .carryOut(
                                conversation,
                                new AgentTask(
                                        planned.words(), planned.spec(), task.goal(), task.mode()));
            }
            case Said.Bye _ -> throw new IllegalStateException("the conversation is over");
        };
    }

    /// What was said while the model works.
    static List<Block> meanwhile(Talker talker, Events log) {
        List<Said.Words> said = talker.meanwhile();
        said.forEach(words -> note(log, words.said()));
        return said.stream().flatMap(words -> words.blocks().stream()).toList();
    }

    /// Keeps what a person has said: what the model is told may be more.
    private static void note(Events log, String said) {
        if (!said.isBlank()) {
            log.append(new Event.PersonSaid(said));
        }
    }

    /// A file that is named is read as the model would read it: by the same rules, and recorded.
    private void mention(Conversation conversation, WorkspacePath file)
            throws InterruptedException {
        mentions++;
        var call =
                new Block.ToolCall(
                        "mention-" + mentions,
                        READ,
                        JsonNodeFactory.instance.objectNode().put("path", file.value()).toString());
        if (tools.call(call, Phase.PLANNING, List.of())
                instanceof
                ToolCaller.Outcome.Answered(Block.ToolResult result, List<WorkspacePath> _)) {
            conversation.say(
                    TaggedText.of("file", Map.of("path", file.value()), result.text()).render());
        }
    }

    private RunEnd answer(Conversation conversation, RunSetting setting)
            throws InterruptedException {
        TurnLoop turns =
                new TurnLoop(
                        conversation,
                        model,
                        tools,
                        setting.limits().outputTokens(),
                        Phase.EXECUTING,
                        folders(setting));
        TurnEnd ended = turns.work(List.of());
        wasRefused = turns.wasRefused();
        return switch (ended) {
            case TurnEnd.Ended _ -> new RunEnd.Done();
            case TurnEnd.Problem problem -> new RunEnd.Unproven(problem.reason());
            case TurnEnd.Stopped stopped -> new RunEnd.Denied(stopped.reason());
            case TurnEnd.Failed failed -> new RunEnd.ModelFailed(failed.failure());
            case TurnEnd.LimitReached limit -> new RunEnd.LimitReached(limit.reason());
            case TurnEnd.Proposed _ ->
                    throw new IllegalStateException("a plan is proposed while planning only");
        };
    }

    /// What was told of folders is told in the whole conversation.
    private FolderRules folders(RunSetting setting) {
        FolderRules known = folders.orElseGet(() -> FolderRules.of(setting.project()));
        folders = Optional.of(known);
        return known;
    }

    private ChatMemory memory(RunSetting setting) {
        ChatMemory known = memory.orElseGet(() -> new ChatMemory(setting.project().memory(), log));
        memory = Optional.of(known);
        return known;
    }

    /// The conversation as the log has it, with what was under way settled.
    private Conversation settled() {
        try {
            RunState state = RunState.of(new EventReader().read(log.file()));
            settlement.settle(state, log);
            return restored(state);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the session's own log cannot be read", unreadable);
        }
    }

    private Conversation restored(RunState state) {
        Conversation conversation = work.begin().apply(Optional.of(state));
        conversation.restore(state.talk(), state.waiting());
        state.waiting()
                .ifPresent(call ->
                        conversation.answer(
                                new Block.ToolResult(
                                        call.id(), "the plan was not answered", true)));
        return conversation;
    }
}
