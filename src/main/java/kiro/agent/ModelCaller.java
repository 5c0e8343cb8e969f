package kiro.agent;

import java.time.Duration;
import java.util.Optional;
import kiro.model.Answer;
import kiro.model.Model;
import kiro.model.ModelFailure;
import kiro.model.ModelRequest;
import kiro.model.Patience;
import kiro.model.RequestRules;
import kiro.model.Usage;
import kiro.session.Event;
import kiro.session.EventLog;

/// Asks the model, again where a failure may pass, and records every try.
public final class ModelCaller {
    private final Model model;
    private final Patience patience;
    private final Pause pause;
    private final EventLog log;
    private int turns;
    private int before;
    private Usage usage = Usage.NONE;

    public ModelCaller(Model model, Patience patience, Pause pause, EventLog log) {
        this.model = model;
        this.patience = patience;
        this.pause = pause;
        this.log = log;
    }

    String name() {
        return model.name();
    }

    /// Counts on from where a run had stopped.
    void restore(RunState state) {
        turns = state.turns();
        before = turns - state.turnsOfThisRun();
        usage = state.usage();
    }

    /// Requests made so far that count against the limit, tries again not counted.
    int turnsOfThisRun() {
        return turns - before;
    }

    /// Tokens used so far.
    Usage usage() {
        return usage;
    }

    Answer ask(ModelRequest request) throws InterruptedException {
        RequestRules.check(request);
        turns++;
        log.append(new Event.ModelAsked(turns, request.purpose(), request.messages().size()));
        for (int failures = 1; ; failures++) {
            switch (model.answer(request, log::arrived)) {
                case Answer.Complete complete -> {
                    return complete(complete);
                }
                case Answer.Failed failed -> {
                    switch (patience.after(failures, failed.failure())) {
                        case Patience.Advice.Wait wait -> {
                            log.append(failure(failed.failure(), Optional.of(wait.time())));
                            pause.forThis(wait.time());
                        }
                        case Patience.Advice.GiveUp _ -> {
                            log.append(failure(failed.failure(), Optional.empty()));
                            return failed;
                        }
                    }
                }
            }
        }
    }

    private Answer complete(Answer.Complete complete) {
        usage = usage.plus(complete.usage());
        log.append(
                new Event.ModelAnswered(
                        turns,
                        complete.message().blocks(),
                        complete.stop().word(),
                        complete.usage()));
        return complete;
    }

    private Event.ModelFailed failure(ModelFailure failure, Optional<Duration> wait) {
        return new Event.ModelFailed(
                turns, failure.getClass().getSimpleName(), failure.message(), wait);
    }
}
