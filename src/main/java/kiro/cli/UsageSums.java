package kiro.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Usage;
import kiro.session.SessionId;
import kiro.session.Spent;

/// What replies used, summed up by something that they have in common.
final class UsageSums {
    private final Kind kind;
    private final Function<String, Optional<Price>> prices;
    private final Map<String, Sum> sums = new TreeMap<>();
    private Sum all = new Sum("all");

    /// @param prices of a model; empty where its price is not known
    UsageSums(Kind kind, Function<String, Optional<Price>> prices) {
        this.kind = kind;
        this.prices = prices;
    }

    /// What sums are made by.
    enum Kind {
        DAY,
        SPEC,
        MODEL,
        TASK,
        SESSION;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private String of(SessionId session, Spent spent) {
            return switch (this) {
                case DAY -> day(spent).toString();
                case SPEC -> spent.spec().map(spec -> spec.value()).orElse("(no spec)");
                case MODEL -> spent.model().orElse("(not known)");
                case TASK -> spent.task().isEmpty() ? "(not known)" : spent.task();
                case SESSION -> session.value();
            };
        }
    }

    /// Days begin at midnight of universal time, whatever place somebody looks from.
    static LocalDate day(Spent spent) {
        return LocalDate.ofInstant(spent.at(), ZoneOffset.UTC);
    }

    void add(SessionId session, Spent spent) {
        Optional<Price> price =
                spent.usage().total() == 0
                        ? Optional.of(Price.NOTHING)
                        : spent.model().flatMap(prices);
        String name = kind.of(session, spent);
        sums.computeIfAbsent(name, Sum::new).add(session, spent.usage(), price);
        all.add(session, spent.usage(), price);
    }

    /// By name: days in their order.
    List<Sum> rows() {
        return Collections.unmodifiableList(new ArrayList<>(sums.values()));
    }

    Sum all() {
        return all;
    }

    /// What some replies used together.
    static final class Sum {
        private final String name;
        private final Set<SessionId> sessions = new HashSet<>();
        private int replies;
        private Usage usage = Usage.NONE;
        private Money cost = Money.NONE;
        private long unpriced;

        private Sum(String name) {
            this.name = name;
        }

        private void add(SessionId session, Usage used, Optional<Price> price) {
            sessions.add(session);
            replies++;
            usage = usage.plus(used);
            cost = price.map(known -> cost.plus(known.of(used))).orElse(cost);
            unpriced += price.isPresent() ? 0 : used.total();
        }

        String name() {
            return name;
        }

        int sessions() {
            return sessions.size();
        }

        int replies() {
            return replies;
        }

        Usage usage() {
            return usage;
        }

        /// What the tokens cost whose price is known; empty where there are tokens, and the price of none is.
        Optional<Money> cost() {
            return unpriced > 0 && unpriced == usage.total() ? Optional.empty() : Optional.of(cost);
        }

        /// The tokens whose price is not known.
        long unpriced() {
            return unpriced;
        }
    }
}
