/** The table of who may see what, held at the door of every page and call. */
package se.varna.access.web;
