/// A conversation at a terminal: what is typed, where it goes, and what a person can ask of kiro itself meanwhile.
@NullMarked
package kiro.cli.chat;

import org.jspecify.annotations.NullMarked;
