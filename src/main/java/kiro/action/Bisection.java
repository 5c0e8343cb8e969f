package kiro.action;

import java.util.ArrayList;
import java.util.List;

/// Finds the change that breaks something, by trying with fewer and fewer of them.
final class Bisection {
    private final Trial trial;
    private final int most;
    private int runs;

    /// @param most runs that there may be
    Bisection(Trial trial, int most) {
        this.trial = trial;
        this.most = most;
    }

    /// Tries with some of the changes.
    interface Trial {
        Outcome with(List<Hunk> hunks) throws InterruptedException;
    }

    enum Outcome {
        PASSES,
        FAILS,
        /// It could not be tried so, such as where half of the changes do not compile.
        UNKNOWN
    }

    /// @param suspects changes, with the last of which it begins to fail; several where nothing between could be tried
    /// @param isProven whether it passes with all changes but these
    record Found(List<Hunk> suspects, boolean isProven, int runs) {
        Found {
            suspects = List.copyOf(suspects);
        }
    }

    /// @param hunks with all of which it fails and with none of which it passes, the likeliest first
    /// @param likely how many of them are tried first
    Found search(List<Hunk> hunks, int likely) throws InterruptedException {
        int passing = 0;
        int failing = hunks.size();
        if (likely > 0 && likely < failing - 1 && most > 2) {
            switch (tried(hunks.subList(0, likely))) {
                case FAILS -> failing = likely;
                case PASSES -> passing = likely;
                case UNKNOWN -> {
                    // The search goes on as if nothing were likelier than the rest.
                }
            }
        }
        while (failing - passing > 1 && runs < most - 1) {
            int next = -1;
            for (int at : order(passing, failing)) {
                Outcome outcome = runs < most - 1 ? tried(hunks.subList(0, at)) : Outcome.UNKNOWN;
                if (outcome != Outcome.UNKNOWN) {
                    next = at;
                    if (outcome == Outcome.FAILS) {
                        failing = at;
                    } else {
                        passing = at;
                    }
                    break;
                }
            }
            if (next < 0) {
                break;
            }
        }
        List<Hunk> suspects = hunks.subList(passing, failing);
        var others = new ArrayList<>(hunks);
        others.removeAll(suspects);
        boolean isProven = runs < most && tried(others) == Outcome.PASSES;
        return new Found(suspects, isProven, runs);
    }

    private Outcome tried(List<Hunk> hunks) throws InterruptedException {
        runs++;
        return trial.with(hunks);
    }

    /// The middle first, then those around it.
    private static List<Integer> order(int passing, int failing) {
        var order = new ArrayList<Integer>();
        int middle = (passing + failing) / 2;
        for (int away = 0; away < failing - passing; away++) {
            if (middle + away < failing) {
                order.add(middle + away);
            }
            if (away > 0 && middle - away > passing) {
                order.add(middle - away);
            }
        }
        return order;
    }
}
