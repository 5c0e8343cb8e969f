package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.model.ModelRoutes;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Purpose;
import kiro.model.Routed;
import kiro.model.Usage;
import kiro.model.WorkKind;
import kiro.permission.Phase;
import kiro.plan.Plan;
import kiro.plan.Step;
import kiro.plan.StepStatus;
import kiro.session.Event;
import kiro.workspace.WorkspacePath;

/// Says, before a plan is carried out, about what that will use and cost: what it takes where all goes well, and where steps
/// take many turns, each step at the price of the model that does it. A range and no promise.
final class Estimator {
    /// Of the conversation the part that it may fill before it is made shorter.
    private static final double FULL = 0.8;

    private final ModelRoutes routes;

    Estimator(ModelRoutes routes) {
        this.routes = routes;
    }

    /// How the work goes.
    ///
    /// @param replies of a step
    /// @param written tokens of a reply, its thinking included
    /// @param read tokens of an answer to a call
    /// @param perFile tokens that each file of a step takes, read and written
    /// @param after replies after the last step, until it is done
    /// @param isKept whether each request finds the one before in the cache, at the beginning of a step, too
    private record Course(
            int replies, int written, int read, int perFile, int after, boolean isKept) {
        private static final Course WELL = new Course(2, 300, 400, 500, 0, true);
        private static final Course BADLY = new Course(8, 1_500, 2_500, 4_000, 8, false);
    }

    /// Empty where nothing is paid for by tokens.
    ///
    /// @param tokens that the conversation has already
    Optional<Event.Estimated> of(Plan plan, Phase working, long tokens) {
        Routed usual = routes.usual();
        boolean isFree =
                Stream.of(Purpose.values())
                        .map(purpose -> routes.of(purpose).price())
                        .allMatch(price -> price.filter(Price.NOTHING::equals).isPresent());
        return usual.why().isEmpty() || isFree
                ? Optional.empty()
                : Optional.of(
                        new Event.Estimated(
                                along(Course.WELL, plan, working, tokens),
                                along(Course.BADLY, plan, working, tokens)));
    }

    private Event.Expected along(Course course, Plan plan, Phase working, long tokens) {
        var sum = new Sum(course, tokens);
        for (Step step : plan.steps()) {
            if (step.status() == StepStatus.PENDING || step.status() == StepStatus.RUNNING) {
                int replies = course.replies() + Math.max(0, step.targets().size() - 1);
                sum.add(routes.of(purpose(step, working)), replies, step.targets().size());
            }
        }
        sum.add(routes.usual(), course.after(), 0);
        return sum.expected();
    }

    private static Purpose purpose(Step step, Phase working) {
        return switch (working) {
            case PLANNING -> Purpose.PLAN;
            case WRITING_TESTS -> Purpose.TESTS;
            case EXECUTING ->
                    WorkKind.of(
                                    step.action(),
                                    step.targets().stream().map(WorkspacePath::value).toList())
                            .purpose();
        };
    }

    /// What the work takes together, one request after another in a conversation that grows.
    private final class Sum {
        private final Course course;
        private final List<Optional<Money>> costs = new ArrayList<>();
        private long conversation;
        private long tokens;
        private int requests;

        private Sum(Course course, long begun) {
            this.course = course;
            this.conversation = begun;
        }

        private void add(Routed routed, int replies, int files) {
            long grows = (long) course.written() + course.read();
            long share = replies == 0 ? 0 : (long) files * course.perFile() / replies;
            for (int i = 0; i < replies; i++) {
                conversation =
                        Math.min(conversation + grows + share, Math.round(routes.window() * FULL));
                boolean isCold = i == 0 && (!course.isKept() || requests == 0);
                long fresh = isCold ? conversation : Math.min(conversation, grows + share);
                var usage =
                        new Usage(0, conversation - fresh, fresh, course.written() + share / 2, 0);
                costs.add(routed.price().map(price -> price.of(usage)));
                tokens += usage.total();
                requests++;
            }
        }

        private Event.Expected expected() {
            Optional<Money> cost = Optional.of(Money.NONE);
            for (Optional<Money> each : costs) {
                cost = cost.flatMap(sum -> each.map(sum::plus));
            }
            return new Event.Expected(requests, tokens, cost);
        }
    }
}
