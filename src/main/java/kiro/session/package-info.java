/// What happened, in order: events, their log, and views folded from it.
@NullMarked
package kiro.session;

import org.jspecify.annotations.NullMarked;
