package kiro.spec.suggest;

import java.util.List;

/// What follows for calls to a service of somebody else.
final class IntegrationRules {
    static final List<Implication> TABLE =
            List.of(
                    Implication.of(
                            "integration-credentials",
                            Clue.of(
                                    "\\b(?:credentials?|api keys?|tokens?|oauth2?|client secret|authenticat\\w*|signatures?)\\b",
                                    "\\bno (?:credentials?|authentication)\\b|\\bwithout (?:credentials?|authentication)\\b"),
                            "expired?|renew|refresh|\\b40[13]\\b|invalid (?:api key|key|token|credentials?|signature)|rotat|unauthori",
                            "Expired credentials are renewed once and the call is repeated; refused ones are reported as {{which error}} and not tried again"),
                    Implication.of(
                            "integration-timeout",
                            "\\b(?:calls?|requests?|given up|time-?outs?)\\b",
                            "time[sd]?[- ]?out|not answered|does not answer|no answer|within \\S+ (?:seconds?|s|ms|milliseconds)\\b|given up|\\bslow",
                            "A call that is not answered within {{5}} seconds is given up with {{which error}}"),
                    Implication.of(
                            "integration-rate-limit",
                            Clue.of(
                                    "\\blimits?:|\\brate limits?\\b|\\bquotas?\\b|\\b(?:requests?|calls?) (?:per|a|each) (?:second|minute|hour|day)\\b|\\bthrottl\\w*",
                                    "\\bno (?:rate )?limits?\\b|\\bunlimited\\b"),
                            "\\b429\\b|rate limit|throttl|retry-after|quota|over the limit|(?:requests?|calls?) (?:per|a) (?:second|minute)",
                            "A 429 is tried again after the time that its Retry-After gives, and not before"),
                    Implication.of(
                            "integration-retry",
                            Clue.of(
                                    "\\bretr(?:y|ies|ied)\\b|\\btried (?:again|at most)\\b|\\brepeat",
                                    "\\bnever (?:retried|tried again)\\b|\\bnot (?:retried|tried again)\\b"),
                            "retr(?:y|ies|ied)|\\btried\\b|\\bagain\\b|attempts?",
                            "A 5xx answer to a repeatable call is tried at most {{3}} times with growing delays; a 4xx answer is not tried again"),
                    Implication.of(
                            "integration-idempotency",
                            Clue.of(
                                    "\\b(?:creates?|charges?|pays?|payments?|refunds?|transfers?|books?|places?) (?:an? |the )?(?:\\w+ )?(?:payments?|charges?|orders?|refunds?|bookings?|transfers?|customers?|subscriptions?|shipments?|invoices?|money|card)\\b|\\bpost /|\\bidempoten\\w*"),
                            "idempoten|twice|\\bonce\\b|duplicate|same key|second time",
                            "A call that changes something is sent with the same idempotency key each time it is tried"),
                    Implication.of(
                            "integration-circuit-breaker",
                            "\\bcircuit breaker\\b|\\bfailures in a row\\b|\\bconsecutive failures\\b|\\bno call is made\\b",
                            "circuit|in a row|consecutive|no call is made|fails? fast",
                            "After {{5}} failures in a row no call is made for {{30}} seconds, then one is tried"),
                    Implication.of(
                            "integration-fallback",
                            "\\b(?:not available|unavailable|unreachable|outages?|down|fallback|degrad\\w*)\\b",
                            "not available|unavailable|unreachable|outage|is down|fall(?:s)? ?back|cached|queued|degrad|\\b503\\b",
                            "While the service is not available, {{what users get instead}}"),
                    Implication.of(
                            "integration-contract",
                            "\\bversion \\S*\\d|\\bv\\d+\\b|\\bapi version\\b|\\bcontract\\b|\\bopenapi\\b",
                            "version|unexpected|does not (?:fit|have|match)|malformed|unknown field|contract|schema|expected form|cannot be (?:read|parsed)",
                            "An answer that does not fit the stated version of the interface is reported as {{which error}} and changes nothing"));

    private IntegrationRules() {}
}
