/** Handing in evidence, what has been handed in, and taking it along. */
package se.varna.evidence.web;
