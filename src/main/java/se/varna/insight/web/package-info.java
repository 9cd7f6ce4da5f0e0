/** The figures as Cockpit asks for them. */
package se.varna.insight.web;
