/// What test tools write of a run, read as results.
@NullMarked
package kiro.evidence.report;

import org.jspecify.annotations.NullMarked;
