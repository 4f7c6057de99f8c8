"""The least Streamlit can do: what every page is measured against."""

import streamlit as st

st.title("Empty")
