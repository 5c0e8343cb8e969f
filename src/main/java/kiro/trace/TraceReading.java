package kiro.trace;

import java.util.List;
import kiro.finding.Finding;

/// What came of tracing something.
public sealed interface TraceReading {
    /// @param from what was asked about, in words; empty where it is a criterion
    record Found(String from, List<Trace> traces) implements TraceReading {
        public Found {
            traces = List.copyOf(traces);
        }
    }

    record NotFound(Finding finding) implements TraceReading {}
}
