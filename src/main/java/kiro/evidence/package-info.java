/// What proves a criterion, and when it went stale.
@NullMarked
package kiro.evidence;

import org.jspecify.annotations.NullMarked;
