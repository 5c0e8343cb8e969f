package kiro.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.evidence.Weakening;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Money;
import kiro.model.Purpose;
import kiro.model.RequestHash;
import kiro.model.Usage;
import kiro.plan.Plan;
import kiro.plan.StepStatus;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.text.Hash;
import kiro.workspace.WorkspacePath;

/// Something that happened in a session. What a run shows, reports and resumes from is folded from its
/// events; the format on disk is described in `docs/formats/events.md`.
public sealed interface Event {
    /// Of the run as a whole.
    sealed interface OfRun extends Event {}

    sealed interface OfPlan extends Event {}

    sealed interface OfStep extends Event {}

    sealed interface OfModel extends Event {}

    sealed interface OfTool extends Event {}

    sealed interface OfApproval extends Event {}

    sealed interface OfTests extends Event {}

    /// Of a person in a conversation.
    sealed interface OfPerson extends Event {}

    sealed interface OfCriteria extends Event {}

    /// Of an agent to which a piece of the work was given. A version that does not know these keeps them, and takes
    /// none of them for events of the run's own agent.
    sealed interface OfChild extends Event {
        String child();
    }

    /// @param mode how much is asked, such as `interactive`
    /// @param model the model's name as people know it
    /// @param goal how far it goes, and from where: `whole`, `plan`, `saved-plan`, or `step-N` of one
    record RunStarted(
            SessionId session,
            String version,
            String task,
            Optional<SpecName> spec,
            String mode,
            String model,
            String goal)
            implements OfRun {
        /// A run from the beginning to the end.
        public RunStarted(
                SessionId session,
                String version,
                String task,
                Optional<SpecName> spec,
                String mode,
                String model) {
            this(session, version, task, spec, mode, model, WHOLE);
        }
    }

    String WHOLE = "whole";

    /// A run that had stopped goes on in the same log.
    record RunResumed(String version, String mode, String model) implements OfRun {}

    /// The run works as a custom agent.
    ///
    /// @param file as messages name it
    record AgentChosen(String name, String file) implements OfRun {}

    /// What the workspace looks like, as `key: value` lines.
    record WorkspaceSeen(List<String> lines) implements OfRun {}

    /// Something a person should know, and the run goes on.
    record Warned(String text) implements OfRun {}

    /// What a person has said to the model, in their words; `Told` has all that the model is told of it.
    record PersonSaid(String words) implements OfPerson {}

    /// A person has stopped the model before its turn had ended.
    record TurnStopped() implements OfPerson {}

    /// @param file where the plan is saved
    record PlanProposed(Plan plan, WorkspacePath file) implements OfPlan {}

    /// About what carrying out a plan will use, said beside the plan.
    ///
    /// @param least where all goes well
    /// @param most where steps take many turns
    /// @param limits what of it limits of the run do not allow, in words
    record Estimated(Expected least, Expected most, List<String> limits) implements OfPlan {
        public Estimated {
            limits = List.copyOf(limits);
        }

        public Estimated(Expected least, Expected most) {
            this(least, most, List.of());
        }

        /// The estimate in a line, for people.
        public String words() {
            return "estimate: %,d to %,d requests, %,d to %,d tokens, %s"
                    .formatted(
                            least.requests(),
                            most.requests(),
                            least.tokens(),
                            most.tokens(),
                            least.cost().isPresent() && most.cost().isPresent()
                                    ? least.cost().get() + " to " + most.cost().get()
                                    : "at a price that is not known");
        }
    }

    /// @param tokens of requests and replies together
    /// @param cost empty where a price is not known
    record Expected(int requests, long tokens, Optional<Money> cost) {}

    record PlanApproved(Plan plan, boolean isEdited) implements OfPlan {}

    record PlanRejected(String reason) implements OfPlan {}

    record StepStarted(int number, String action) implements OfStep {}

    record StepFinished(int number, StepStatus status, String summary) implements OfStep {}

    /// What the model is told next: the words, and answers to calls that no `ToolFinished` has. Told again before it has
    /// answered, it takes the place of what was told before.
    record Told(List<Block> blocks) implements OfModel {
        public Told {
            blocks = List.copyOf(blocks);
        }
    }

    /// A request is about to be sent.
    ///
    /// @param turn counts the requests of the session from 1
    /// @param hash empty in logs of earlier versions
    record ModelAsked(int turn, Purpose purpose, int messages, Optional<RequestHash> hash)
            implements OfModel {}

    /// @param model that answered, as people know it; empty in logs of earlier versions
    /// @param why it was this one; empty where there is no other
    record ModelAnswered(
            int turn, List<Block> blocks, String stop, Usage usage, String model, String why)
            implements OfModel {
        /// Why a reply ended that was stopped on its way: its words are not told.
        public static final String BLOCKED = "blocked";

        public ModelAnswered {
            blocks = List.copyOf(blocks);
        }

        /// An answer of the model that the run began with.
        public ModelAnswered(int turn, List<Block> blocks, String stop, Usage usage) {
            this(turn, blocks, stop, usage, "", "");
        }
    }

    /// What the conversation begins with, part by part.
    ///
    /// @param window the most tokens that the model takes and answers together
    record ContextLaid(List<ContextPart> parts, int window) implements OfModel {
        public ContextLaid {
            parts = List.copyOf(parts);
        }
    }

    /// @param kind such as `steering`
    /// @param name which one; empty where there is one alone
    /// @param tokens about how many
    record ContextPart(String kind, String name, int tokens) {}

    /// Facts of the project's memory were told.
    ///
    /// @param stale ids of facts that fit and whose ground has changed, so that they were not told
    /// @param left how many more fit and had no room
    record FactsRecalled(List<RecalledFact> facts, List<String> stale, int left)
            implements OfModel {
        public FactsRecalled {
            facts = List.copyOf(facts);
            stale = List.copyOf(stale);
        }
    }

    /// @param kind such as `decision`
    /// @param text as it was told
    /// @param reason why it was chosen
    record RecalledFact(String id, String kind, String text, String reason) {}

    /// The conversation has become shorter: what follows goes on from these messages.
    ///
    /// @param way `masked` where old answers of tools were left out, `summarised` where a summary stands for what was said
    /// @param before about how many tokens it had
    /// @param after about how many it has
    record Compacted(String way, long before, long after, List<Message> messages)
            implements OfModel {
        public Compacted {
            messages = List.copyOf(messages);
        }
    }

    /// @param kind the failure's type, such as `RateLimited`
    /// @param retryAfter how long is waited before the next try; empty when there is none
    record ModelFailed(int turn, String kind, String message, Optional<Duration> retryAfter)
            implements OfModel {}

    /// A tool is about to be run: written before its effect.
    ///
    /// @param isLook whether it leaves nothing behind, however it ends: in doubt it does not
    record ToolIntended(
            String callId, String tool, String summary, List<FileMark> files, boolean isLook)
            implements OfTool {
        public ToolIntended {
            files = List.copyOf(files);
        }
    }

    /// What a file is before and is to be after a change; empty where there is none.
    record FileMark(WorkspacePath path, Optional<Hash> before, Optional<Hash> after) {
        public FileMark {
            path = path.shown();
        }
    }

    record ApprovalAsked(String subject, String reason) implements OfApproval {}

    record ApprovalGiven(String subject, boolean isAllowed, String reason) implements OfApproval {}

    /// The run was stopped while a call was under way, which may have done a part of its work.
    ///
    /// @param text what it had printed until then
    record ToolStopped(String callId, String text) implements OfTool {
        /// The end of what it had printed, in a line.
        public String words() {
            return last().map("it had printed last: "::concat).orElse("it had printed nothing");
        }

        /// Its last line that says something.
        public Optional<String> last() {
            return text.lines().filter(line -> !line.isBlank()).reduce((one, next) -> next);
        }
    }

    /// The tool has answered: written after its effect.
    record ToolFinished(String callId, boolean isError, String text) implements OfTool {
        private static final String UNKNOWN = "the outcome is not known: ";

        /// How the answer of a call that nobody can tell the outcome of begins.
        public static String unknown(String why) {
            return UNKNOWN + why;
        }

        /// In a word, what became of the call.
        public String outcome() {
            if (!isError) {
                return "answer";
            }
            return text.startsWith(UNKNOWN) ? "unknown" : "refused";
        }

        /// What a person is told after that word: the first line of the text.
        public String words() {
            String first = text.lines().findFirst().orElse("");
            return first.startsWith(UNKNOWN) ? first.substring(UNKNOWN.length()) : first;
        }
    }

    /// What a command has changed in the workspace: written after it, before its answer.
    record FilesChanged(String callId, List<FileMark> files) implements OfTool {
        public FilesChanged {
            files = List.copyOf(files);
        }
    }

    /// What calls set out to do so far, and did not.
    record LeftUndone(List<Left> open) implements OfTool {
        public LeftUndone {
            open = List.copyOf(open);
        }
    }

    /// @param key by what it is known whether a later call has made up for it
    /// @param cause in capital letters, such as `FAILED`
    record Left(String key, String subject, String reason, String cause) {}

    /// A child begins its work.
    ///
    /// @param child its id: `1`, or `1.2` for the second child of that
    /// @param callId of the call that gave it the work
    /// @param agent its name; empty where it has none of its own
    record ChildStarted(String child, String callId, String agent, String task)
            implements OfChild {}

    /// Something happened in a child's own conversation.
    ///
    /// @param event of a model, a tool or an approval
    record ChildDid(String child, Event event) implements OfChild {}

    /// A child's work is over, whatever came of it.
    ///
    /// @param end such as `done`, as that of a run
    record ChildEnded(String child, String end, String reason) implements OfChild {}

    record TestsRan(String command, int passed, int failed, int skipped, Duration took)
            implements OfTests {}

    record TestsNotMeasured(String command, String reason) implements OfTests {}

    /// How the tests stood before anything was changed.
    ///
    /// @param state `finished`, `not-measured` or `no-command`
    /// @param failing the tests that failed
    record TestsStood(String state, String command, String reason, List<TestId> failing)
            implements OfTests {
        public TestsStood {
            failing = List.copyOf(failing);
        }
    }

    /// Tests demand less than at the beginning of the run; each time the whole list.
    record TestsWeakened(List<Weakening> tests) implements OfTests {
        public TestsWeakened {
            tests = List.copyOf(tests);
        }
    }

    record CriteriaJudged(List<Verdict> verdicts) implements OfCriteria {
        public CriteriaJudged {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// "Done" was refused.
    ///
    /// @param missing the criteria that lack something
    /// @param reasons all that stands in the way, a line each; nothing in logs of earlier versions
    record DoneRefused(int round, List<CriterionId> missing, List<String> reasons)
            implements OfCriteria {
        public DoneRefused {
            missing = List.copyOf(missing);
            reasons = List.copyOf(reasons);
        }
    }

    record CriteriaTicked(SpecName spec, List<CriterionId> ticked, List<CriterionId> unticked)
            implements OfCriteria {
        public CriteriaTicked {
            ticked = List.copyOf(ticked);
            unticked = List.copyOf(unticked);
        }
    }

    /// @param end the kind of end, such as `done`, `unproven`, `interrupted`
    /// @param reason one line
    /// @param cost in money; empty where the price of the model is not known
    record RunEnded(String end, String reason, Usage usage, Optional<Money> cost) implements OfRun {
        /// An end whose cost is not known.
        public RunEnded(String end, String reason, Usage usage) {
            this(end, reason, usage, Optional.empty());
        }
    }

    /// An event of another version, kept as it is.
    ///
    /// @param json its whole record
    record Unknown(String type, String json) implements Event {}
}
