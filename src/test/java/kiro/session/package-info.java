/// The record of what happened.
@NullMarked
package kiro.session;

import org.jspecify.annotations.NullMarked;
