/** Whom to turn to, for people and for other systems. */
package se.varna.responsibility.web;
