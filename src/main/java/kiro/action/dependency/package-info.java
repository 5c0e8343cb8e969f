/// What another version of a dependency takes from a project: the public interfaces of both compared, as far as both are at hand.
@NullMarked
package kiro.action.dependency;

import org.jspecify.annotations.NullMarked;
