/** What stands between people's browsers and the engine: which calls pass, what a refusal says, what forms show. */
package se.varna.engine.web;
