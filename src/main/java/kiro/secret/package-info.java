/// Values that must never be shown.
@NullMarked
package kiro.secret;

import org.jspecify.annotations.NullMarked;
