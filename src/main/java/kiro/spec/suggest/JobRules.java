package kiro.spec.suggest;

import java.util.List;

/// What follows for work outside of a request.
final class JobRules {
    private static final String SCHEDULE =
            "\\b(?:nightly|hourly|daily|weekly|monthly|cron|scheduled?)\\b|\\bat \\d{1,2}:\\d{2}"
                    + "|\\bevery (?:\\d+|second|other|night|day|hour|minute|week|month|morning|evening|five|ten|fifteen|quarter|mon|tues|wednes|thurs|fri|satur|sun)";
    private static final String ITEMS =
            "\\b(?:for|of) (?:each|every)\\b(?! (?:second|minute|hour|day|night|week|month|year|run))|\\bits input\\b"
                    + "|\\bthe (?:items|records|rows|messages|files|orders|users|entries|events) (?:of|from|in)\\b(?! (?:each|every))"
                    + "|\\b(?:each|every|all) (?:items?|records?|rows?|messages?|files?|orders?|users?|entr(?:y|ies)|events?)\\b";

    static final List<Implication> TABLE =
            List.of(
                    Implication.of(
                            "job-empty-input",
                            ITEMS,
                            "\\bempty\\b|\\bno (?:new |open )?(?:items?|records?|rows?|messages?|files?|orders?|users?|entries|events?|input)\\b|nothing to",
                            "With nothing to process the job ends without an error and changes nothing"),
                    Implication.of(
                            "job-idempotency",
                            Clue.of(
                                    "\\b(?:queue|messages?|events?|topic|webhook|at[- ]least[- ]once|delivered|redeliver\\w*|retr(?:y|ies|ied)|tried again|tried at most)\\b",
                                    "\\bnever (?:retried|tried again)\\b|\\bnot (?:retried|tried again)\\b"),
                            "\\b(?:twice|duplicates?|duplicated|idempoten\\w*|repeated|repetition|second time|more than once|redeliver\\w*|already (?:processed|done|sent))\\b|\\bonly once\\b|\\bexactly once\\b",
                            "An item that is delivered twice has the effect of one"),
                    Implication.of(
                            "job-retry",
                            Clue.of(
                                    "\\b(?:fails?|failed|failures?|unavailable|retr(?:y|ies|ied)|tried again|tried at most|api|https?|smtp|upload\\w*|third[- ]party)\\b",
                                    "\\bnever (?:retried|tried again)\\b|\\bnot (?:retried|tried again)\\b|\\bno retr(?:y|ies)\\b"),
                            "\\b(?:retr(?:y|ies|ied|ying)|tried|tries|try|attempts?|back-?off)\\b|\\bfails? every time\\b",
                            "An item that fails is tried again at most {{3}} times with growing delays, and the other items are still processed"),
                    Implication.of(
                            "job-dead-letter",
                            Clue.of(
                                    "\\b(?:queue|messages?|topic|retr(?:y|ies|ied)|tried|attempts?|still fails)\\b",
                                    "\\bnever (?:retried|tried again)\\b|\\bnot (?:retried|tried again)\\b"),
                            "dead[- ]?letter|\\bdlq\\b|poison|fails? every time|gives? up|given up|parked|quarantin|exhaust|last attempt|all attempts|after (?:the )?(?:last|final|\\d+|three|five) (?:attempt|retr|tr)|still fails",
                            "An item that fails every time is kept in {{dead letter queue, table or report}} with its id and the reason"),
                    Implication.of(
                            "job-restart",
                            ITEMS + "|\\bbatch(?:es)?\\b|\\bchunks?\\b",
                            "stopped|interrupt|crash|restart|resum|continue|killed|left off|half-?way|in the middle|checkpoint|aborted",
                            "A run that is stopped in the middle is completed by the next one, with no item left out and none processed twice"),
                    Implication.of(
                            "job-overlap",
                            SCHEDULE,
                            "second instance|another instance|other instance|overlap|already running|still running|still runs|previous run|concurrent|at the same time|at once|exclusive|\\block(?:s|ed)?\\b|only one|while (?:it|the job|a run|one|another)\\b",
                            "A run that starts while another is still running processes nothing and says so"),
                    Implication.of(
                            "job-timeout",
                            "\\b(?:within|at most|no longer than|not longer than|time limit|time-?out)\\b.*\\b(?:seconds?|minutes?|hours?)\\b",
                            "time[sd]?[- ]?out|time limit|longer than|within \\S+ (?:seconds?|minutes?|hours?)|deadline|too long",
                            "A run that takes longer than {{the time limit}} is stopped and reported as failed"),
                    Implication.of(
                            "job-alarm",
                            SCHEDULE + "|\\bjob (?:starts|runs|is started|is triggered)\\b",
                            "alarm|alert|notif|\\bpage[sd]?\\b|monitor|metric|is reported|are reported|reports? (?:how|the number|that|each)|on-call|logs? (?:an error|the failure)",
                            "An alarm is raised when no run has succeeded for {{2 hours}}"));

    private JobRules() {}
}
